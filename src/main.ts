import { parseArgs } from "node:util";
import "./server/memory.ts";

/** The server: `npm start -- --port 3000 --data FOLDER`, and `--empty` for an installation without demonstration data. */
const { values } = parseArgs({
  options: { port: { type: "string" }, data: { type: "string" }, empty: { type: "boolean" } },
});
// React draws a page three times as fast without its checks for developers, and knows only by this name that nobody wants them.
process.env.NODE_ENV = "production";
// Loaded only now, so that the limit and the name hold for the loading too.
const { serve } = await import("./serve.ts");
await serve({ port: values.port, dataFolder: values.data, empty: values.empty });
