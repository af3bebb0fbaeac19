import { parseArgs } from "node:util";
import "./server/memory.ts";

/** The server: `npm start -- --port 3000 --data FOLDER`, and `--empty` for an installation without demonstration data. */
const { values } = parseArgs({
  options: { port: { type: "string" }, data: { type: "string" }, empty: { type: "boolean" } },
});
// Loaded only now, so that the limit holds for the loading too.
const { serve } = await import("./serve.ts");
await serve({ port: values.port, dataFolder: values.data, empty: values.empty });
