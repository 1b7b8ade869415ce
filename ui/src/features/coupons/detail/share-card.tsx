// The card of a promo code: what customers need to know, as a picture and as text to paste anywhere.
import { DownloadOutlined } from "@ant-design/icons";
import { Button, Modal } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CouponCard, pickSave, useDesk, useDeskAction } from "../../../bridge";
import { Row, Stack } from "../../../kit/card";
import { CopyButton } from "../../../kit/copy-button";
import { Notice } from "../../../kit/notice";
import { useShopTerms } from "../../../kit/shop-terms";
import { BlockSkeleton } from "../../../kit/skeletons";
import { useToast } from "../../../kit/toast";
import { Failed } from "../parts";
import { drawCard, pngOf } from "./card-picture";

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
  const card = useDesk("coupon_card", { coupon_id: couponId }, { alwaysFresh: true });
  if (card.isError) return <Failed error={card.error} />;
  if (!card.data) return <BlockSkeleton />;
  return <Drawn card={card.data} />;
}

/** What is shown is what is written: one canvas. */
function Drawn({ card }: { card: CouponCard }) {
  const { t } = useTranslation("coupons");
  const { language } = useShopTerms();
  const toast = useToast();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) drawCard(canvas.current, card, language);
  }, [card, language]);
  const action = useDeskAction("coupon_card_save", {
    invalidates: [],
    onDone: ({ path }) => toast.done(t("share.saved"), { detail: path }),
    onRefused: (error) => toast.problem(error),
  });
  const save = async () => {
    if (!canvas.current) return;
    try {
      const png = pngOf(canvas.current);
      const path = await pickSave("png", `${card.full_claim_code}.png`, t("share.saveTitle"));
      if (path !== null) action.run({ png, path });
    } catch (thrown) {
      toast.problem(thrown);
    }
  };
  const { caution, text } = card;
  return (
    <Stack>
      {caution !== "" && <Notice tone="warn" title={caution} testId="share-caution" />}
      <canvas
        ref={canvas}
        className="pd-coupon-card"
        role="img"
        aria-label={text}
        data-testid="share-card"
      />
      <Row>
        <CopyButton text={text} label={t("share.copy")} size="middle" testId="share-copy" />
        <Button
          icon={<DownloadOutlined />}
          loading={action.isPending}
          onClick={() => void save()}
          data-testid="share-save"
        >
          {t("share.save")}
        </Button>
      </Row>
    </Stack>
  );
}
