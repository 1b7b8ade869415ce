// The page with a made-up desk, for looking at it without the window: `?fake`, `?fake=empty` for the
// first start, `?fake=kit` and `?fake=wizard` for the parts pages are made of.
import type { ReactNode } from "react";
import { installFakeDesk } from "../bridge/fake";
import { deskState, historyLine } from "../bridge/samples";
import { fakeRooms } from "./desk/rooms";
import { Gallery } from "./gallery";
import { GalleryWizard } from "./gallery-wizard";

/** Puts the made-up desk in place when the address asks for it; answers what to show instead of the app. */
export function fakeIfAsked(search: string): ReactNode {
  const asked = new URLSearchParams(search).get("fake");
  if (asked === null) return undefined;
  const step = historyLine();
  installFakeDesk(
    {
      ...fakeRooms,
      desk_state: asked === "empty" ? deskState({ shop: null }) : deskState({ is_sample: true }),
      history_state: { undo: step, redo: null },
      history_undo: { undo: null, redo: step },
      history_redo: { undo: step, redo: null },
    },
    { window_pick_files: ["/home/mei/Downloads/batch edit.xlsx"], window_pick_save: null },
  );
  const parts: Record<string, ReactNode> = { kit: <Gallery />, wizard: <GalleryWizard /> };
  return parts[asked];
}
