import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "web/app",
  buildDirectory: "build",
  ssr: true,
  // One list of routes with the first page: no requests to discover them later.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
