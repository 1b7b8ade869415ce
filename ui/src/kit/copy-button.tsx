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
  testId?: string;
}

export function CopyButton({ text, label, size = "small", testId }: CopyButtonProps) {
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
  return (
    <Button
      size={size}
      icon={done ? <CheckOutlined /> : <CopyOutlined />}
      onClick={copy}
      data-testid={testId}
    >
      <span aria-live="polite">{done ? t("copy.copied") : (label ?? t("copy.copy"))}</span>
    </Button>
  );
}
