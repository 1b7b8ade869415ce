// One page per decision: a rail with the steps, findings beside the fields, a review before anything is saved.
export { AcknowledgeWarnings, type AcknowledgeWarningsProps, warnedRules } from "./acknowledge";
export { AnswerFindings, unanswered } from "./answer-findings";
export { ReviewSection, type ReviewSectionProps } from "./review";
export { type Checking, useChecked, useCheckedDraft } from "./use-checked";
export { useKeeping } from "./use-keeping";
export { type KeptDraft, useKeptDraft } from "./use-kept-draft";
export { Wizard, type WizardProps, type WizardStep } from "./wizard";
