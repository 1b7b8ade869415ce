// The only folder that talks to Rust. Everything else imports from here.
export { type CommandName, call, type RequestOf, type ResponseOf } from "./call";
export { asDeskError, DeskError } from "./desk-error";
export { type History, useHistory } from "./history";
export {
  type DeskActionOptions,
  type DeskOptions,
  deskKey,
  identityOf,
  newQueryClient,
  refresh,
  useDesk,
  useDeskAction,
} from "./hooks";
export { type Language, languages, setUiLanguage, uiLanguage, useUiLanguage } from "./language";
export type * from "./types";
export {
  answerClose,
  type FileKind,
  listenToWindow,
  type Notice,
  pickFiles,
  pickFolder,
  pickSave,
  setWindowTheme,
  tellPage,
} from "./window";
