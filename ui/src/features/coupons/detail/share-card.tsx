// The card of a promo code: what customers need to know, as text to paste anywhere.
import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { CopyButton } from "../../../kit/copy-button";
import { Notice } from "../../../kit/notice";
import { BlockSkeleton } from "../../../kit/skeletons";
import { Failed } from "../parts";

export function ShareCard({ couponId }: { couponId: string }) {
  const { t } = useTranslation("coupons");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} data-testid="coupon-share">
        {t("share.open")}
      </Button>
      {open && (
        <Modal
          open
          title={t("share.title")}
          footer={null}
          onCancel={() => setOpen(false)}
          data-testid="coupon-share-dialog"
        >
          <CardOfCode couponId={couponId} />
        </Modal>
      )}
    </>
  );
}

function CardOfCode({ couponId }: { couponId: string }) {
  const { t } = useTranslation("coupons");
  const card = useDesk("coupon_card", { coupon_id: couponId }, { alwaysFresh: true });
  if (card.isError) return <Failed error={card.error} />;
  if (!card.data) return <BlockSkeleton />;
  const { shop, full_claim_code, headline, lines, text, caution } = card.data;
  return (
    <Stack>
      {caution !== "" && <Notice tone="warn" title={caution} testId="share-caution" />}
      <article className="pd-coupon-card" data-testid="share-card">
        <p>{shop}</p>
        <h3>{headline}</h3>
        <code>{full_claim_code}</code>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </article>
      <div>
        <CopyButton text={text} label={t("share.copy")} size="middle" testId="share-copy" />
      </div>
    </Stack>
  );
}
