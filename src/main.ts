import { parseArgs } from "node:util";
import { serve } from "./serve.ts";

/** The server: `npm start -- --port 3000 --data FOLDER`. */
const { values } = parseArgs({ options: { port: { type: "string" }, data: { type: "string" } } });
await serve({ port: values.port, dataFolder: values.data });
