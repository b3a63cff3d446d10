// Changes to an assessment, as data: what an interview holds in its state and what its file is told are the same thing.
import type { Answer, Assessment } from "../model/assessment.ts";

export type Change =
  | { kind: "organization" | "lineOfBusiness"; value: string | undefined }
  | { kind: "fact"; id: string; value: number | string | undefined }
  | { kind: "respond"; respondent: string | undefined; role: string | undefined; date: string | undefined }
  | { kind: "answer"; response: number; id: string; value: Answer | undefined };

/** The assessment after a change; an undefined value takes away. */
export function applyChange(assessment: Assessment, change: Change): Assessment {
  switch (change.kind) {
    case "organization":
      return { ...assessment, organization: change.value ?? "" };
    case "lineOfBusiness":
      return without({ ...assessment, lineOfBusiness: change.value });
    case "fact":
      return { ...assessment, facts: without({ ...assessment.facts, [change.id]: change.value }) };
    case "respond": {
      const { respondent, role, date } = change;
      const response = { ...without({ respondent, role, date }), answers: {} };
      return { ...assessment, responses: [...(assessment.responses ?? []), response] };
    }
    case "answer": {
      const responses = (assessment.responses ?? []).map((response, index) =>
        index === change.response
          ? { ...response, answers: without({ ...response.answers, [change.id]: change.value }) }
          : response,
      );
      return { ...assessment, responses };
    }
  }
}

/** The change that takes another one back; none for a respondent, who stays. */
export function inverse(assessment: Assessment, change: Change): Change | null {
  switch (change.kind) {
    case "organization":
      return { kind: "organization", value: assessment.organization };
    case "lineOfBusiness":
      return { kind: "lineOfBusiness", value: assessment.lineOfBusiness };
    case "fact":
      return { ...change, value: assessment.facts?.[change.id] };
    case "respond":
      return null;
    case "answer":
      return { ...change, value: assessment.responses?.[change.response]?.answers[change.id] };
  }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same without keys that are undefined. */
function without<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}
