// Ids from anywhere: the desk tells them apart, and says which words are in no catalogue.
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Stack } from "./card";
import { Field } from "./field";
import { countText } from "./format";
import { inARow } from "./sentences";
import { useShopTerms } from "./shop-terms";

export interface PastedIdsProps {
  busy: boolean;
  /** Takes the text as it was pasted; true once it is taken, and the field is emptied. */
  onTake: (text: string) => Promise<boolean>;
}

export function PastedIds({ busy, onTake }: PastedIdsProps) {
  const { t } = useTranslation("kit");
  const [text, setText] = useState("");
  const take = async () => {
    if (await onTake(text)) setText("");
  };
  return (
    <Stack gap={8}>
      <Field label={t("ids.label")} hint={t("ids.hint")}>
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            rows={8}
            value={text}
            onChange={({ target }) => setText(target.value)}
            data-testid="paste-ids"
          />
        )}
      </Field>
      <div>
        <Button
          type="primary"
          disabled={text.trim() === ""}
          loading={busy}
          onClick={() => void take()}
          data-testid="add-pasted"
        >
          {t("ids.add")}
        </Button>
      </div>
    </Stack>
  );
}

/** Words that are in no catalogue: the first of them, and how many there are. */
export function UnknownWords({ words, count }: { words: readonly string[]; count: number }) {
  const { t } = useTranslation("kit");
  const { language } = useShopTerms();
  if (count === 0) return null;
  return (
    <>
      <p>{t("ids.unknown", { count, shown: countText(count, language) })}</p>
      <p className="pd-unknown-words" data-testid="products-unknown">
        {inARow(words)}
        {count > words.length && " …"}
      </p>
    </>
  );
}
