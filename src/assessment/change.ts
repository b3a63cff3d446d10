// Changes to an assessment, as data: what an interview holds in its state and what its file is told are the same thing.
import type { Agreed, Answer, Assessment, FactAnswer, Response } from "../model/assessment.ts";
import type { Cells } from "../model/grid.ts";

export type Change =
  | { kind: "organization" | "lineOfBusiness"; value: string | undefined }
  | { kind: "fact"; id: string; value: FactAnswer | undefined }
  | { kind: "respond"; respondent: string | undefined; role: string | undefined; date: string | undefined }
  /** Takes a response back, whole. */
  | { kind: "leave"; response: number }
  | { kind: "rename"; response: number; respondent: string | undefined }
  | { kind: "role"; response: number; role: string | undefined }
  | { kind: "answer"; response: number; id: string; value: Answer | undefined }
  | { kind: "row"; response: number; grid: string; row: string; value: Cells | undefined }
  /** What a workshop agreed on. */
  | { kind: "agree"; id: string; value: Agreed | undefined };

/** The assessment after a change; an undefined value takes away. */
export function applyChange(assessment: Assessment, change: Change): Assessment {
  switch (change.kind) {
    case "organization":
      return { ...assessment, organization: change.value ?? "" };
    case "lineOfBusiness":
      return without({ ...assessment, lineOfBusiness: change.value });
    case "fact":
      return filled({ ...assessment, facts: without({ ...assessment.facts, [change.id]: change.value }) }, "facts");
    case "respond": {
      const { respondent, role, date } = change;
      const response = { ...without({ respondent, role, date }), answers: {} };
      return { ...assessment, responses: [...(assessment.responses ?? []), response] };
    }
    case "leave": {
      const responses = (assessment.responses ?? []).filter((_, index) => index !== change.response);
      return filled({ ...assessment, responses }, "responses");
    }
    case "rename":
      return respondent(assessment, change.response, one => without({ ...one, respondent: change.respondent }));
    case "role":
      return respondent(assessment, change.response, one => without({ ...one, role: change.role }));
    case "agree":
      return filled({ ...assessment, agreed: without({ ...assessment.agreed, [change.id]: change.value }) }, "agreed");
    case "answer":
      return respondent(assessment, change.response, response => ({
        ...response,
        answers: without({ ...response.answers, [change.id]: change.value }),
      }));
    case "row":
      return respondent(assessment, change.response, response => {
        const rows = without({ ...response.grids?.[change.grid], [change.row]: change.value });
        const grids = { ...response.grids, [change.grid]: rows };
        return filled({ ...response, grids: filled(grids, change.grid) }, "grids");
      });
  }
}

function respondent(assessment: Assessment, at: number, made: (response: Response) => Response): Assessment {
  const responses = (assessment.responses ?? []).map((one, index) => (index === at ? made(one) : one));
  return { ...assessment, responses };
}

/** Without a part that is empty: taking the first of something back leaves no trace. */
function filled<T extends object, Key extends keyof T>(whole: T, key: Key): T {
  const { [key]: part, ...rest } = whole;
  return Object.keys(part ?? {}).length > 0 ? whole : (rest as T);
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same without keys that are undefined. */
function without<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}
