// The page with a made-up desk, for looking at it without the window: `?fake`, or `?fake=empty` for the first start.
import { installFakeDesk } from "../bridge/fake";
import { deskState, historyLine } from "../bridge/samples";

export function fakeIfAsked(search: string): void {
  const asked = new URLSearchParams(search).get("fake");
  if (asked === null) return;
  const step = historyLine();
  installFakeDesk({
    desk_state: asked === "empty" ? deskState({ shop: null }) : deskState({ is_sample: true }),
    history_state: { undo: step, redo: null },
    history_undo: { undo: null, redo: step },
    history_redo: { undo: step, redo: null },
  });
}
