// The frame around every page: side bar, header, palette, shortcuts; the welcome page alone when there is no shop.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation } from "react-router";
import { type DeskState, useDesk } from "../bridge";
import { PaletteCommands } from "../kit/commands";
import { EmptyState } from "../kit/empty-state";
import { ShopTermsProvider } from "../kit/shop-terms";
import { FrameSkeleton } from "../kit/skeletons";
import { useAppearance } from "./appearance/appearance";
import { remember } from "./appearance/remembered";
import { CannotOpen } from "./cannot-open";
import { CommandPalette } from "./command-palette";
import { featurePage } from "./feature-page";
import { Header, WelcomeHeader } from "./header";
import { useShortcuts } from "./shortcuts";
import { Sidebar } from "./sidebar";
import "./frame.css";

const Welcome = featurePage("welcome");

export function Frame() {
  const { t } = useTranslation("frame");
  const desk = useDesk("desk_state", {});

  if (desk.isPending) return <FrameSkeleton />;
  if (desk.isError) {
    return (
      <EmptyState
        page
        title={t("desk.failedTitle")}
        text={t("desk.failedBody", { message: desk.error.message })}
        action={{ label: t("desk.again"), run: () => void desk.refetch() }}
      />
    );
  }
  const { shop, state, is_sample } = desk.data;
  if (state.kind === "cannot_open") return <CannotOpen state={state} />;
  return shop ? <ShopFrame shop={shop} sample={is_sample} /> : <FirstRun />;
}

/** Without a shop nothing else makes sense, so nothing else is shown. */
function FirstRun() {
  const { language } = useAppearance();
  return (
    <ShopTermsProvider currency="USD" timeZone="UTC" language={language}>
      <div className="pd-first-run">
        <WelcomeHeader />
        <main id="page" tabIndex={-1}>
          {Welcome ? <Welcome /> : null}
        </main>
      </div>
    </ShopTermsProvider>
  );
}

function ShopFrame({ shop, sample }: { shop: NonNullable<DeskState["shop"]>; sample: boolean }) {
  const { t } = useTranslation("frame");
  const { language } = useAppearance();
  const [paletteOpen, setPaletteOpen] = useState(false);
  const { pathname } = useLocation();

  useEffect(() => remember("route", pathname), [pathname]);

  return (
    <ShopTermsProvider currency={shop.currency} timeZone={shop.time_zone} language={language}>
      <PaletteCommands>
        <Shortcuts openPalette={() => setPaletteOpen(true)} />
        <div className="pd-frame">
          <button type="button" className="pd-skip" onClick={focusPage}>
            {t("app.skip")}
          </button>
          <Sidebar />
          <Header shopName={shop.name} sample={sample} openPalette={() => setPaletteOpen(true)} />
          <main id="page" className="pd-page" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <CommandPalette open={paletteOpen} onClose={() => setPaletteOpen(false)} />
      </PaletteCommands>
    </ShopTermsProvider>
  );
}

function Shortcuts({ openPalette }: { openPalette: () => void }) {
  useShortcuts(openPalette);
  return null;
}

function focusPage() {
  document.getElementById("page")?.focus();
}
