// A type's name as a part of ids.
import type { FundedType } from "../../bridge";

export const dashed = (funded: FundedType): string => funded.replaceAll("_", "-");
