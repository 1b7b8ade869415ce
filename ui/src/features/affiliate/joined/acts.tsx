// What is done with the chosen products: the partner's decisions, samples, rates. The desk says what is possible.
import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type DeskError,
  type FindingView,
  type JoinedChoice,
  type JoinedLine,
  type JoinedStateKind,
  useDeskAction,
} from "../../../bridge";
import { Row, Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { countText } from "../../../kit/format";
import { DecimalField, PercentField } from "../../../kit/number-fields";
import { useShopTerms } from "../../../kit/shop-terms";
import { useToast } from "../../../kit/toast";
import { AnswerFindings } from "../../../wizard";

type Dialog = "samples" | "approved" | "rate" | "rejected";

interface ActsProps {
  /** Chosen products; what is done is done with those of one campaign. */
  chosen: readonly JoinedLine[];
  /** All products of the campaign in this state, those in view among them. */
  all: { state: JoinedStateKind; count: number } | null;
  onDone: () => void;
}

export function Acts({ chosen, all, onDone }: ActsProps) {
  const { t } = useTranslation("affiliate");
  const { language } = useShopTerms();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const acting = useActing(() => {
    setDialog(null);
    onDone();
  });
  const [first] = chosen;
  if (!first) return null;
  const campaigns = new Set(chosen.map(({ product }) => product.campaign_id));
  if (campaigns.size > 1) return <p role="status">{t("acts.oneCampaign")}</p>;
  const ids = chosen.map(({ product }) => product.product_id);
  const every = (is: (line: JoinedLine) => boolean) => chosen.every(is);
  const next = first.may.become_next.filter((to) =>
    every(({ may }) => may.become_next.includes(to)),
  );
  const target: Target = {
    campaign_id: first.product.campaign_id,
    which: all ? { kind: "in_state", state: all.state } : { kind: "ids", product_ids: ids },
    count: all?.count ?? chosen.length,
  };
  const decide = (to: JoinedStateKind) =>
    to === "rejected" ? setDialog("rejected") : acting.decide(target, to, "");
  return (
    <>
      <Row gap={8}>
        <span role="status" data-testid="acts-chosen">
          {t("acts.chosen", { count: target.count, shown: countText(target.count, language) })}
        </span>
        {next.map((to) => (
          <Button
            key={to}
            loading={acting.busy}
            onClick={() => decide(to)}
            data-testid={`act-${to}`}
          >
            {t(`acts.${to}`)}
          </Button>
        ))}
        <Button onClick={() => setDialog("samples")} data-testid="act-samples">
          {t("acts.samples")}
        </Button>
        {target.count === 1 && first.may.note_samples && (
          <Button onClick={() => setDialog("approved")} data-testid="act-samples-approved">
            {t("acts.approvedSamples")}
          </Button>
        )}
        {every(({ may }) => may.change_rate) && (
          <Button onClick={() => setDialog("rate")} data-testid="act-rate">
            {t("acts.rate")}
          </Button>
        )}
      </Row>
      {dialog && (
        <ActDialog
          dialog={dialog}
          first={first}
          acting={acting}
          target={target}
          onClose={() => {
            acting.clear();
            setDialog(null);
          }}
        />
      )}
    </>
  );
}

interface Target {
  campaign_id: string;
  which: JoinedChoice;
  count: number;
}

type Acting = ReturnType<typeof useActing>;

function useActing(onDone: () => void) {
  const { t } = useTranslation("affiliate");
  const toast = useToast();
  const [refusal, setRefusal] = useState<readonly FindingView[]>([]);
  const done = () => {
    setRefusal([]);
    toast.done(t("acts.done"), { undo: true });
    onDone();
  };
  const refused = (error: DeskError) => {
    if (error.kind === "refused") setRefusal(error.findings);
    else toast.problem(error);
  };
  const told = { onDone: done, onRefused: refused };
  const decision = useDeskAction("partner_product_decide", {
    onDone: done,
    onRefused: (error) => toast.problem(error),
  });
  const samples = useDeskAction("partner_product_samples", told);
  const approved = useDeskAction("partner_samples_approved", told);
  const rate = useDeskAction("partner_product_rate", told);
  return {
    refusal,
    clear: () => setRefusal([]),
    busy: [decision, samples, approved, rate].some(({ isPending }) => isPending),
    decide: (at: Target, to: JoinedStateKind, reason: string) =>
      decision.run({ campaign_id: at.campaign_id, which: at.which, to, reason }),
    samples: (at: Target, quantity: string, acknowledged: string[]) =>
      samples.run({
        campaign_id: at.campaign_id,
        which: at.which,
        samples: quantity,
        acknowledged,
      }),
    approved: ({ campaign_id }: Target, product_id: string, count: string) =>
      approved.run({ campaign_id, product_id, approved: count }),
    rate: (at: Target, percent: string) =>
      rate.run({ campaign_id: at.campaign_id, which: at.which, rate: percent }),
  };
}

function ActDialog({
  dialog,
  first,
  acting,
  target,
  onClose,
}: {
  dialog: Dialog;
  first: JoinedLine;
  acting: Acting;
  target: Target;
  onClose: () => void;
}) {
  const { t } = useTranslation("affiliate");
  const { language } = useShopTerms();
  const { product } = first;
  const start: Record<Dialog, string> = {
    samples: String(product.samples.set),
    approved: String(product.samples.approved),
    rate: product.rate,
    rejected: "",
  };
  const [value, setValue] = useState<string | null>(start[dialog]);
  const [acknowledged, setAcknowledged] = useState<string[]>([]);
  const typed = value ?? "";
  const run: Record<Dialog, () => void> = {
    samples: () => acting.samples(target, typed, acknowledged),
    approved: () => acting.approved(target, product.product_id, typed),
    rate: () => acting.rate(target, typed),
    rejected: () => acting.decide(target, "rejected", typed),
  };
  return (
    <Modal
      open
      title={t(`acts.dialog.${dialog}`, {
        count: target.count,
        shown: countText(target.count, language),
      })}
      okText={t("acts.save")}
      cancelText={t("record.cancel")}
      okButtonProps={{
        disabled: dialog !== "rejected" && typed === "",
        loading: acting.busy,
        ...{ "data-testid": "act-save" },
      }}
      onOk={run[dialog]}
      onCancel={onClose}
    >
      <Stack>
        <Field label={t(`acts.field.${dialog}`)} optional={dialog === "rejected"}>
          {(control) =>
            dialog === "rejected" ? (
              <Input
                {...control}
                value={typed}
                onChange={({ target: { value: text } }) => setValue(text)}
                data-testid="act-value"
              />
            ) : dialog === "rate" ? (
              <PercentField {...control} value={value} onChange={setValue} testId="act-value" />
            ) : (
              <DecimalField {...control} value={value} onChange={setValue} testId="act-value" />
            )
          }
        </Field>
        <AnswerFindings
          findings={acting.refusal}
          acknowledged={acknowledged}
          onChange={setAcknowledged}
        />
      </Stack>
    </Modal>
  );
}
