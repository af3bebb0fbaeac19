import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [reactRouter()],
  // Fonts and pictures keep addresses of their own: nothing is written into the one inline style sheet.
  build: { assetsInlineLimit: 0 },
});
