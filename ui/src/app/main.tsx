// The page's entry.
//
// How the page is built: `app` is the frame, `bridge` the only folder that talks to Rust, `kit` the
// parts that know no promotions, `wizard` the steps with findings, `features/NAME` one folder per page.
// A feature imports wizard, kit and bridge, never another feature and never `app`.
//
// To add a feature: (1) `features/NAME/index.tsx` with the page as its default export; pages below it
// are routes of its own (`<Routes>` inside, under `/NAME/*`); (2) its texts in `locales/en/NAME.json`
// and `locales/zh-CN/NAME.json`, one line for each in the `index.ts` beside them; (3) a line in
// `kit/places.ts` (address) and `app/places.tsx` (order, group, icon) and its name in
// `frame.json` → `places`. The page decides nothing: limits, rules and sums come from the desk.
import "antd/dist/antd.css";
import "./base.css";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { PromodeskApp } from "./app";
import { startLanguage } from "./language";

async function start() {
  let instead: ReactNode;
  // Both conditions are constants at build time: no made-up desk is in the window's page.
  if (import.meta.env.DEV || import.meta.env.MODE === "fake") {
    const { fakeIfAsked } = await import("../testing/fake-page");
    instead = fakeIfAsked(window.location.search);
  }
  await startLanguage();
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  createRoot(root).render(
    <StrictMode>
      <PromodeskApp instead={instead} />
    </StrictMode>,
  );
}

void start();
