// The seller's part of a claim code behind the shop's prefix, a free one on request, the whole to copy.
import { Button, Input, Space } from "antd";
import { useTranslation } from "react-i18next";
import { useDeskAction } from "../../../bridge";
import { CopyButton } from "../../../kit/copy-button";
import type { ControlProps } from "../../../kit/field";
import { useToast } from "../../../kit/toast";
import type { TermProps } from "./term-frame";

export function ClaimCodeControl({
  shape,
  typed,
  change,
  fullClaimCode,
  control,
}: TermProps & { control: ControlProps & { disabled: boolean } }) {
  const { t } = useTranslation("coupons");
  const toast = useToast();
  const suggest = useDeskAction("coupon_code_suggest", {
    invalidates: [],
    onDone: ({ claim_code }) => change({ claim_code }),
    onRefused: (error) => toast.problem(error),
  });
  const { prefix } = shape;
  return (
    <div className="pd-coupon-part">
      <Space.Compact>
        {prefix && prefix.text !== "" && (
          <Space.Addon data-testid="coupon-prefix">{prefix.text}</Space.Addon>
        )}
        <Input
          {...control}
          value={typed.claim_code}
          onChange={({ target }) => change({ claim_code: target.value })}
          autoComplete="off"
          spellCheck={false}
          data-testid="coupon-claim-code"
        />
        <Button
          disabled={control.disabled}
          loading={suggest.isPending}
          onClick={() => suggest.run({})}
          data-testid="coupon-code-suggest"
        >
          {t("code.suggest")}
        </Button>
      </Space.Compact>
      {fullClaimCode !== null && (
        <span className="pd-coupon-code">
          <code data-testid="coupon-full-code">{fullClaimCode}</code>
          <CopyButton text={fullClaimCode} testId="coupon-copy-code" />
        </span>
      )}
      {prefix && !prefix.certain && (
        <p className="pd-coupon-quiet" data-testid="coupon-prefix-uncertain">
          {t("code.uncertain")}
        </p>
      )}
    </div>
  );
}
