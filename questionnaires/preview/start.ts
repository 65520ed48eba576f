/** `npm run questionnaires:preview [-- FOLDER]`: starts the preview and prints its address; Ctrl+C ends it. */
import { resolve } from "node:path";
import { QUESTIONNAIRES_ROOT } from "../compile/compile-all.ts";
import { HOST, previewServer } from "./server.ts";

const DEFAULT_PORT = 8790;
const port = process.env.PORT === undefined ? DEFAULT_PORT : Number(process.env.PORT);
const root = resolve(process.argv[2] ?? QUESTIONNAIRES_ROOT);

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error("PORT doit être un nombre entre 0 et 65535.");
  process.exit(1);
}

const server = previewServer(root);
server.on("error", (fault: NodeJS.ErrnoException) => {
  const busy = fault.code === "EADDRINUSE";
  console.error(busy ? `Le port ${port} est déjà pris\u00a0: choisissez-en un autre avec PORT=8791.` : fault.message);
  process.exit(1);
});
server.listen(port, HOST, () => {
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  console.log(`Aperçu des questionnaires\u00a0: http://${HOST}:${actual}/`);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
