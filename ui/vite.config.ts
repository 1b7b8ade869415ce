import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Host and port are those of build.devUrl in ../tauri.conf.json.
export default defineConfig(({ mode }) => ({
  // Relative addresses, because the window serves the page from its own scheme.
  base: "./",
  plugins: [react()],
  clearScreen: false,
  server: {
    host: "127.0.0.1",
    port: 1420,
    strictPort: true,
    watch: { ignored: ["**/src-tauri/**", "**/target/**"] },
  },
  build: {
    // WebKitGTK 2.40 and WKWebView; WebView2 is newer.
    target: "safari16.4",
    // `vite build --mode fake` gives the page with a made-up desk, for pictures only.
    outDir: mode === "fake" ? "../target/ui-fake" : "dist",
    emptyOutDir: true,
    sourcemap: false,
    // WebKit preloads modules by itself; the polyfill would be one more script.
    modulePreload: { polyfill: false },
    // No data: addresses, so the content policy needs none.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  test: {
    environment: "jsdom",
    globals: false,
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: false,
    testTimeout: 20_000,
  },
}));
