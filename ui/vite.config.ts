import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The window's page must not carry the made-up desk; a build that would is refused. */
function withoutFakes(): Plugin {
  return {
    name: "without-fakes",
    apply: (_config, { command, mode }) => command === "build" && mode !== "fake",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const fake = chunk.moduleIds.find((id) =>
          /\/src\/(testing\/|bridge\/(fake|samples))/.test(id),
        );
        if (fake) this.error(`${fake} belongs to tests and may not be in the window's page.`);
      }
    },
  };
}

// Host and port are those of build.devUrl in ../tauri.conf.json.
export default defineConfig(({ mode }) => ({
  // Relative addresses, because the window serves the page from its own scheme.
  base: "./",
  plugins: [react(), withoutFakes()],
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
    testTimeout: 60_000,
  },
}));
