// The customer's orders from a file: choose it, say how its columns are read, choose the customer.
import { Button, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type ImportPreview, pickFiles, useDesk, useDeskAction } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { SourceFile } from "../../../kit/file-reading/source-file";
import { Notice } from "../../../kit/notice";
import { BlockSkeleton } from "../../../kit/skeletons";
import { useToast } from "../../../kit/toast";
import { Failed, Words } from "../parts";
import { typedRecord } from "./typed-record";
import type { RecordProps } from "./who-page";

export function OrderFile({ change }: RecordProps) {
  const { t } = useTranslation("coupons");
  const toast = useToast();
  const [preview, setPreview] = useState<ImportPreview>();
  const open = useDeskAction("import_open", {
    invalidates: [],
    onDone: setPreview,
    onRefused: (error) => toast.problem(error),
  });
  const choose = async () => {
    try {
      const paths = await pickFiles("table", t("who.file"));
      if (paths.length > 0) open.run({ paths, target: { kind: "orders" } });
    } catch (thrown) {
      toast.problem(thrown);
    }
  };
  const close = () => {
    if (preview === undefined) return;
    // The desk forgets it anyway when it closes; nothing depends on the answer.
    void call("import_close", { import_id: preview.import_id }).catch(() => undefined);
    setPreview(undefined);
  };
  return (
    <>
      <Button
        size="small"
        loading={open.isPending}
        onClick={() => void choose()}
        data-testid="who-file"
      >
        {t("who.file")}
      </Button>
      {preview !== undefined && (
        <FromFile preview={preview} onPreview={setPreview} change={change} onClose={close} />
      )}
    </>
  );
}

interface FromFileProps extends Pick<RecordProps, "change"> {
  preview: ImportPreview;
  onPreview: (preview: ImportPreview) => void;
  onClose: () => void;
}

function FromFile({ preview, onPreview, change, onClose }: FromFileProps) {
  const { t } = useTranslation("coupons");
  const [customer, setCustomer] = useState("");
  const [unfolded, setUnfolded] = useState(false);
  const { import_id, blocked_by, files } = preview;
  const isRead = blocked_by === null;
  const read = useDesk(
    "coupon_customer_file",
    { import_id, customer },
    { keepPrevious: true, alwaysFresh: true, enabled: isRead },
  );
  const record =
    !isRead || customer === "" || read.isPlaceholderData ? null : (read.data?.record ?? null);
  const take = () => {
    // The file knows orders only: what else was typed stays.
    if (record) change({ name: record.name, orders: typedRecord(record).orders });
    onClose();
  };
  return (
    <Modal
      open
      width={920}
      title={t("who.file")}
      okText={t("who.takeOrders", { count: record?.orders.length ?? 0 })}
      okButtonProps={{ disabled: record === null, "data-testid": "who-file-take" }}
      onOk={take}
      onCancel={onClose}
      data-testid="who-file-dialog"
    >
      <Stack>
        {files.map((file, position) => (
          <SourceFile
            key={file.name}
            preview={preview}
            position={position}
            file={file}
            onPreview={onPreview}
            folded={isRead && !unfolded}
            extra={
              isRead && (
                <Button
                  size="small"
                  type="link"
                  aria-expanded={unfolded}
                  onClick={() => setUnfolded(!unfolded)}
                  data-testid="who-file-columns"
                >
                  {t("who.columns")}
                </Button>
              )
            }
          />
        ))}
        {!isRead ? (
          <Notice tone="warn" title={t("who.columnsOpen")} testId="who-file-blocked">
            {blocked_by}
          </Notice>
        ) : read.isError ? (
          <Failed error={read.error} />
        ) : !read.data ? (
          <BlockSkeleton />
        ) : (
          <>
            <Field label={t("who.customerOfFile", { count: read.data.customer_count })}>
              {(control) => (
                <Select<string>
                  {...control}
                  showSearch
                  aria-label={t("who.customer")}
                  {...(customer === "" ? {} : { value: customer })}
                  onChange={setCustomer}
                  options={read.data.customers.map((name) => ({ value: name, label: name }))}
                  style={{ width: "100%" }}
                  data-testid="who-file-customer"
                />
              )}
            </Field>
            {read.data.problems.length > 0 && (
              <Notice tone="warn" title={t("who.fileProblems")} testId="who-file-problems">
                <Words lines={read.data.problems} />
              </Notice>
            )}
          </>
        )}
      </Stack>
    </Modal>
  );
}
