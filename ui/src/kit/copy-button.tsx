// Puts a text on the clipboard and says that it did.
import { CheckOutlined, CopyOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useToast } from "./toast";

export interface CopyButtonProps {
  text: string;
  /** What the button says; "Copy" when left out. */
  label?: string;
  size?: "small" | "middle";
  /** Shows the sign alone, where there is little room. */
  brief?: boolean;
  testId?: string;
}

export function CopyButton({
  text,
  label,
  size = "small",
  brief = false,
  testId,
}: CopyButtonProps) {
  const { t } = useTranslation("kit");
  const toast = useToast();
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch (thrown) {
      toast.problem(thrown, t("copy.failed"));
    }
  };
  const done = copied === text;
  const words = done ? t("copy.copied") : (label ?? t("copy.copy"));
  return (
    <Button
      size={size}
      icon={done ? <CheckOutlined /> : <CopyOutlined />}
      onClick={copy}
      {...(brief ? { type: "text", title: words } : {})}
      data-testid={testId}
    >
      <span aria-live="polite" className={brief ? "pd-visually-hidden" : undefined}>
        {words}
      </span>
    </Button>
  );
}
