import { parseArgs } from "node:util";
import "./server/memory.ts";

/** The server: `npm start -- --port 3000 --data FOLDER`. */
const { values } = parseArgs({ options: { port: { type: "string" }, data: { type: "string" } } });
// Loaded only now, so that the limit holds for the loading too.
const { serve } = await import("./serve.ts");
await serve({ port: values.port, dataFolder: values.data });
