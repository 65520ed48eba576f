/** The server stops when it is told to, loses nothing that was under way, and nothing that it has answered, even killed. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, it } from "vitest";
import { newKey } from "../worker/support/key.ts";
import { command, dataFolder, startServer } from "./support/command.ts";
import { BODY, heldIn, submit } from "./support/submit.ts";

/** Opens a submission and stops before its body: the server has said « 100 Continue », hence it has begun. */
async function begin(origin: string, key: string): Promise<Socket> {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  socket.write(
    `POST /api/v1/contributions HTTP/1.1\r\nHost: diag.test\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(BODY)}\r\nIdempotency-Key: ${key}\r\nExpect: 100-continue\r\n\r\n`,
  );
  expect(String((await once(socket, "data"))[0])).toMatch(/^HTTP\/1\.1 100 /);
  return socket;
}

it("told to stop in the middle of a submission, it refuses newcomers, counts the submission, answers it and ends", async () => {
  const folder = dataFolder();
  const server = await startServer(folder);
  const socket = await begin(server.origin, newKey());
  socket.write(BODY.slice(0, 500));
  server.child.kill("SIGTERM");
  await expect.poll(() => server.lines().map(({ event }) => event)).toContain("stopping");
  await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow();
  socket.write(BODY.slice(500));
  let answer = "";
  for await (const piece of socket) answer += piece;
  expect(answer).toMatch(/^HTTP\/1\.1 201 /);
  expect(answer).toMatch(/\r\nConnection: close\r\n/i);
  expect(await server.ended).toBe(0);
  expect(server.lines().at(-1)).toEqual({ event: "stopped" });
  expect(heldIn(folder)).toEqual({ receipts: 1, contributions: 1 });
});

it("notes a submission whose sender left in the middle as unreadable, not as a fault of its own", async () => {
  const server = await startServer(dataFolder());
  const socket = await begin(server.origin, newKey());
  socket.write(BODY.slice(0, 500));
  socket.destroy();
  const requests = () => server.lines().filter(({ event }) => event === "request");
  await expect.poll(requests).toMatchObject([{ status: 400, problem: "unreadable-content" }]);
  expect(server.lines().map(({ event }) => event)).not.toContain("internal-error");
});

it("killed under load, it comes back with everything that it had answered, and counts the rest once when sent again", async () => {
  const folder = dataFolder();
  const server = await startServer(folder);
  const keys = Array.from({ length: 120 }, () => newKey());
  let answered = 0;
  const sent = keys.map((key) =>
    submit(server.origin, key).then(
      (status) => {
        expect(status).toBe(201);
        answered++;
        if (answered === 40) server.child.kill("SIGKILL");
      },
      () => {}, // its answer was lost with the server
    ),
  );
  await Promise.all(sent);
  expect(await server.ended).toBe(null);
  expect(answered).toBeGreaterThanOrEqual(40);
  expect(answered).toBeLessThan(keys.length);
  const again = await startServer(folder);
  expect(heldIn(folder).contributions).toBeGreaterThanOrEqual(answered);
  const statuses = await Promise.all(keys.map((key) => submit(again.origin, key)));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(answered);
  expect(heldIn(folder)).toEqual({ receipts: keys.length, contributions: keys.length });
});

it("refuses to start, in one sentence, on what it cannot serve", async () => {
  const folder = dataFolder();
  const server = await startServer(folder);
  expect(command(["serve"], folder)).toEqual({
    status: 1,
    said: `Another server uses ${folder}: stop it, or set DATA_DIR.`,
  });
  const port = new URL(server.origin).port;
  expect(command(["serve"], dataFolder(), { PORT: port })).toEqual({
    status: 1,
    said: expect.stringMatching(`Port ${port} is busy: stop what uses it, or choose another with PORT.`),
  });
  expect(command(["serve"], folder, { PORT: "eighty" }).said).toBe(
    'PORT must be a whole number from 0 to 65535 (it is "eighty").',
  );
  for (const wrong of ["diag.example.fr", "https://diag.example.fr/", "ftp://diag.example.fr"]) {
    expect(command(["serve"], folder, { PUBLIC_ORIGIN: wrong }).said).toBe(
      `PUBLIC_ORIGIN must be like https://diag.example.fr, without a path (it is "${wrong}").`,
    );
  }
});

it("keeps what it writes from other users of the machine", async () => {
  const { statSync, readdirSync } = await import("node:fs");
  const folder = `${dataFolder()}/data`;
  await startServer(folder);
  expect(statSync(folder).mode & 0o077).toBe(0);
  for (const name of readdirSync(folder)) expect([name, statSync(`${folder}/${name}`).mode & 0o077]).toEqual([name, 0]);
});
