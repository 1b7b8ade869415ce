// A coupon in the making: what is typed, what the desk says of it, keeping and saving it.
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type CouponDetail,
  type CouponDraft,
  type CouponFinding,
  type CouponForm,
  type CouponShape,
  type DeskError,
  type FindingView,
  useDeskAction,
} from "../../../bridge";
import { useToast } from "../../../kit/toast";
import { unanswered, useChecked } from "../../../wizard";
import { draftOf, rootOf, type TypedDraft, typedDraft } from "../typed-draft";

export interface Making {
  /** What is typed. */
  typed: TypedDraft;
  change: (fields: Partial<TypedDraft>) => void;
  /** What is typed, as the desk can be asked about it. */
  draft: CouponDraft;
  shape: CouponShape;
  /** Findings that are shown: those of fields not reached yet wait. */
  findings: readonly CouponFinding[];
  /** All of them. */
  allFindings: readonly CouponFinding[];
  fullClaimCode: string | null;
  checking: boolean;
  /** Why nothing could be checked. */
  problem: DeskError | null;
  repair: (finding: FindingView) => void;
  /** From now on nothing waits any more. */
  attempt: () => void;
  acknowledged: readonly string[];
  acknowledge: (rules: string[]) => void;
  /** What was typed to confirm, and what the desk wants typed; none: nothing. */
  confirm: string;
  setConfirm: (text: string) => void;
  setWanted: (text: string | null | undefined) => void;
  refused: DeskError | undefined;
  ready: boolean;
  saving: boolean;
  save: () => void;
  unsaved: boolean;
  /** Keeps a draft that has changed; saved coupons keep nothing half edited. */
  keep: () => void;
  /** The same before the wizard is left; false when it could not be kept. */
  keepBeforeLeaving: () => Promise<boolean>;
  /** Whether the desk keeps this draft. */
  isKept: boolean;
}

export function useMaking(
  form: CouponForm,
  known: boolean,
  onSaved: (detail: CouponDetail) => void,
): Making {
  const [typed, setTyped] = useState(() => typedDraft(form.draft));
  const [reached, setReached] = useState<readonly string[]>(known || isFilledIn(form) ? ["*"] : []);
  const draft = draftOf(typed);
  const check = useChecked("coupon_check", { draft });
  const saving = useSaving(form, draft, onSaved);
  const keeping = useKeeping(form, known, draft);
  const { onRepaired } = useRepair(draft, (next) => {
    saving.clear();
    setTyped(typedDraft(next));
  });
  const allFindings = check.answer?.findings ?? [];
  const waiting = !reached.includes("*");
  const wanted = saving.wanted;
  return {
    typed,
    change: (fields) => {
      saving.clear();
      setReached((former) => [...new Set([...former, ...Object.keys(fields)])]);
      setTyped((former) => ({ ...former, ...fields }));
    },
    draft,
    shape: check.answer?.shape ?? form.shape,
    findings: waiting
      ? allFindings.filter(({ field }) => reached.includes(rootOf(field)))
      : allFindings,
    allFindings,
    fullClaimCode: check.answer?.full_claim_code ?? null,
    checking: check.checking,
    problem: check.error,
    repair: onRepaired,
    attempt: () => setReached(["*"]),
    acknowledged: saving.acknowledged,
    acknowledge: saving.acknowledge,
    confirm: saving.confirm,
    setConfirm: saving.setConfirm,
    setWanted: saving.setWanted,
    refused: saving.refused,
    ready:
      check.answer?.passes === true &&
      !check.checking &&
      wanted !== undefined &&
      unanswered(allFindings, saving.acknowledged).length === 0 &&
      (wanted === null || saving.confirm.trim() === wanted),
    saving: saving.busy,
    save: saving.save,
    unsaved: keeping.changed,
    keep: () => void keeping.keep(),
    keepBeforeLeaving: keeping.keep,
    isKept: !form.edits && (known || keeping.everKept),
  };
}

/** Whether it is a duplicate: what that has needs no further key press to be spoken of. */
function isFilledIn({ draft }: CouponForm): boolean {
  return draft.name !== "";
}

function useSaving(form: CouponForm, draft: CouponDraft, onSaved: (detail: CouponDetail) => void) {
  const { t } = useTranslation("coupons");
  const toast = useToast();
  const [acknowledged, acknowledge] = useState<string[]>([]);
  const [confirm, setConfirm] = useState("");
  const [wanted, setWanted] = useState<string | null>();
  const [refused, setRefused] = useState<DeskError>();
  const options = {
    onDone: (detail: CouponDetail) => {
      toast.done(t("wizard.saved", { name: detail.coupon.terms.name }), { undo: true });
      onSaved(detail);
    },
    onRefused: setRefused,
  };
  const create = useDeskAction("coupon_save", options);
  const edit = useDeskAction("coupon_edit", options);
  const action = form.edits ? edit : create;
  return {
    acknowledged,
    acknowledge,
    confirm,
    setConfirm,
    wanted,
    setWanted,
    refused,
    busy: action.isPending,
    clear: () => setRefused(undefined),
    save: () => {
      setRefused(undefined);
      action.run({ draft, acknowledged, confirm: confirm.trim() === "" ? null : confirm.trim() });
    },
  };
}

function useKeeping(form: CouponForm, known: boolean, draft: CouponDraft) {
  const toast = useToast();
  const now = JSON.stringify(draft);
  // A duplicate that the desk does not have would be lost; an empty form would not.
  const [kept, setKept] = useState(() =>
    known || !isFilledIn(form) ? JSON.stringify(form.draft) : "{}",
  );
  const latest = useRef(kept);
  const [everKept, setEverKept] = useState(false);
  const action = useDeskAction("coupon_draft_save", {
    invalidates: ["coupon_page", "history_state"],
  });
  const changed = !sameDraft(now, kept);
  return {
    changed,
    everKept,
    keep: async () => {
      if (form.edits || !changed || latest.current === now) return true;
      latest.current = now;
      try {
        await action.runAsync({ draft });
        setKept(now);
        setEverKept(true);
        return true;
      } catch (thrown) {
        latest.current = kept;
        toast.problem(thrown);
        return false;
      }
    },
  };
}

/** Whatever order the fields are written in. */
function sameDraft(one: string, other: string): boolean {
  const sorted = (text: string) =>
    JSON.stringify(Object.entries(JSON.parse(text) as object).sort(([a], [b]) => (a < b ? -1 : 1)));
  return one === other || sorted(one) === sorted(other);
}

function useRepair(draft: CouponDraft, onChanged: (draft: CouponDraft) => void) {
  const { t } = useTranslation("coupons");
  const toast = useToast();
  const action = useDeskAction("coupon_repair", {
    invalidates: [],
    onDone: (form) => {
      onChanged(form.draft);
      toast.done(t("wizard.repaired"));
    },
    onRefused: (error) => toast.problem(error),
  });
  return {
    onRepaired: (finding: FindingView) => action.run({ draft, changes: changesOf(finding) }),
  };
}

function changesOf(finding: FindingView | CouponFinding): CouponFinding["changes"] {
  return "changes" in finding ? finding.changes : [];
}
