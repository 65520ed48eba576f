/** A process that holds the switched engine with its tests, and the alarm that ends it when it no longer answers. */
import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { PREPARED } from "../support/compiled.ts";
import { type Reply, SURVEY, type Survey, type Verdict } from "./protocol.ts";

/** Milliseconds after which loading is given up. */
const LOADING = 60_000;

/** A test that takes this many times as long as on the sound engine, and this many milliseconds, is an endless loop. */
const PATIENCE = { times: 20, milliseconds: 3_000 };

/** Megabytes: an endless list dies of it in a second or two. */
const MEMORY = 1024;

export type Fate = Verdict | "endless" | "not loaded";

/** A running child. `attempt` gives the fate of a mutant; after « endless » or « not loaded » the child is dead. */
export interface Child {
  readonly attempt: (mutant: number) => Promise<Fate>;
  readonly end: () => void;
}

function forked(folder: string, env: NodeJS.ProcessEnv): ChildProcess {
  return fork(`${folder}/test/mutation/try-mutants.ts`, [folder], {
    execArgv: [`--max-old-space-size=${MEMORY}`],
    env: { ...process.env, [PREPARED]: `${folder}/questionnaires.json`, PROPERTY_SCALE: "0.1", ...env },
    stdio: ["ignore", "ignore", env.SURVEY ? "inherit" : "ignore", "ipc"],
  });
}

/** Has the sound engine surveyed; refused when a test fails on it. */
export function survey(folder: string): Promise<Survey> {
  return new Promise((done, failed) => {
    forked(folder, { SURVEY: "1" }).on("exit", (code) => {
      if (code === 0) done(JSON.parse(readFileSync(`${folder}/${SURVEY}`, "utf8")));
      else failed(new Error("The sound engine fails, or its tests could not be loaded."));
    });
  });
}

/** Starts a child: on the sound engine, to switch mutants on in turn, or on one mutant from the first load on. */
export function start(folder: string, { tests }: Survey, from?: number): Child {
  const child = forked(folder, from === undefined ? {} : { MUTANT: String(from) });
  let alarm: NodeJS.Timeout | undefined;
  let settle: (fate: Fate) => void = () => {};
  let loaded = false;
  const setAlarm = (milliseconds: number) => {
    clearTimeout(alarm);
    alarm = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  };
  const ready = new Promise<void>((done) => {
    child.on("message", (reply: Reply) => {
      if ("ready" in reply) {
        loaded = true;
        clearTimeout(alarm);
        done();
      } else if ("trying" in reply) {
        setAlarm(PATIENCE.milliseconds + PATIENCE.times * (tests[reply.trying]?.time ?? 0));
      } else if ("verdict" in reply) {
        clearTimeout(alarm);
        settle(reply.verdict);
      }
    });
    child.on("exit", () => {
      clearTimeout(alarm);
      done();
      settle(loaded ? "endless" : "not loaded");
    });
  });
  setAlarm(LOADING);
  return {
    attempt: async (mutant) => {
      await ready;
      if (child.exitCode !== null || child.signalCode !== null) return loaded ? "endless" : "not loaded";
      return new Promise((done) => {
        settle = done;
        child.send(mutant);
      });
    },
    end: () => child.kill("SIGKILL"),
  };
}
