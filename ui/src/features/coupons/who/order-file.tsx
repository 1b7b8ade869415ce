// The customer's orders from a file: choose the file, then the customer in it.
import { Button, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pickFiles, useDesk } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { Field } from "../../../kit/field";
import { fileName } from "../../../kit/file-pick";
import { Notice } from "../../../kit/notice";
import { BlockSkeleton } from "../../../kit/skeletons";
import { useToast } from "../../../kit/toast";
import { Failed, Words } from "../parts";
import { typedRecord } from "./typed-record";
import type { RecordProps } from "./who-page";

export function OrderFile({ change }: RecordProps) {
  const { t } = useTranslation("coupons");
  const toast = useToast();
  const [path, setPath] = useState<string>();
  const choose = async () => {
    try {
      const [chosen] = await pickFiles("table", t("who.file"));
      if (chosen !== undefined) setPath(chosen);
    } catch (thrown) {
      toast.problem(thrown);
    }
  };
  return (
    <>
      <Button size="small" onClick={() => void choose()} data-testid="who-file">
        {t("who.file")}
      </Button>
      {path !== undefined && (
        <FromFile path={path} change={change} onClose={() => setPath(undefined)} />
      )}
    </>
  );
}

function FromFile({
  path,
  change,
  onClose,
}: Pick<RecordProps, "change"> & { path: string; onClose: () => void }) {
  const { t } = useTranslation("coupons");
  const [customer, setCustomer] = useState("");
  const read = useDesk(
    "coupon_customer_file",
    { path, customer },
    { keepPrevious: true, alwaysFresh: true },
  );
  const record = customer === "" || read.isPlaceholderData ? null : (read.data?.record ?? null);
  const take = () => {
    // The file knows orders only: what else was typed stays.
    if (record) change({ name: record.name, orders: typedRecord(record).orders });
    onClose();
  };
  return (
    <Modal
      open
      title={fileName(path)}
      okText={t("who.takeOrders", { count: record?.orders.length ?? 0 })}
      okButtonProps={{ disabled: record === null, "data-testid": "who-file-take" }}
      onOk={take}
      onCancel={onClose}
      data-testid="who-file-dialog"
    >
      {read.isError ? (
        <Failed error={read.error} />
      ) : !read.data ? (
        <BlockSkeleton />
      ) : (
        <Stack>
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
        </Stack>
      )}
    </Modal>
  );
}
