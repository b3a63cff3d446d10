// The evaluation as markdown: page one of the leader's report.
import type { Evaluation } from "../model/evaluation.ts";
import { briefSections, renderReport } from "./report/index.ts";
import type { View } from "./view.ts";

export const renderMarkdown = (view: View, evaluation: Evaluation): string =>
  renderReport(view, evaluation, { sections: briefSections });
