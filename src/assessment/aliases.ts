// Parts of a YAML text that stand for others (`&a`, `*a`). In: the parsed text, a path, a value to come there. Out: the aliases that have to
// be written out first, because the change would pass through them, or change or take away what they stand for.
import { type Alias, isAlias, isNode, type Node, type Pair, type parseDocument, visit } from "yaml";
import type { Path } from "../document.ts";
import { childOf, isParent, keyOf, type Parent, sharesKeys } from "./places.ts";

export interface Standing {
  parent: Parent;
  step: string | number;
  /** What the alias stands for. */
  value: unknown;
}

type Tree = ReturnType<typeof parseDocument>;

/** In the order of the text. */
export function aliasesInTheWay(tree: Tree, path: Path, value: unknown): Standing[] {
  const { nodes, passed } = along(tree, path);
  const found: Standing[] = [];
  const target = nodes.at(-1);
  const within = new Set<Node>();
  if (nodes.length > path.length && target && !sharesKeys(target, value)) {
    visit(target, {
      Node: (_, node) => {
        within.add(node);
      },
    });
  }
  const named = new Map<string, Node>();
  visit(tree, {
    Node: (_, node, above) => {
      if (!isAlias(node)) {
        if (node.anchor) named.set(node.anchor, node);
        return;
      }
      const stands = named.get(node.source);
      const isTouched = stands !== undefined && (within.has(stands) || nodes.includes(stands));
      const isMeant = passed ? node === passed : isTouched && !within.has(node);
      if (isMeant) found.push({ ...placeOf(node, above as unknown[]), value: node.toJS(tree, { maxAliasCount: -1 }) });
    },
  });
  return found;
}

/** The nodes on the way, the root first, and the alias that it leads through. */
function along(tree: Tree, path: Path): { nodes: Node[]; passed: Alias | null } {
  const nodes: Node[] = [];
  let node: unknown = tree.contents;
  for (const step of [...path, null]) {
    if (!isNode(node)) break;
    if (isAlias(node) && step !== null) return { nodes, passed: node };
    nodes.push(node);
    if (!isParent(node) || step === null) break;
    node = childOf(node, step);
  }
  return { nodes, passed: null };
}

function placeOf(alias: Alias, above: unknown[]): Pick<Standing, "parent" | "step"> {
  const holder = above.at(-1);
  if (isParent(holder)) return { parent: holder, step: holder.items.indexOf(alias as never) };
  const { key } = holder as Pair<Node>;
  return { parent: above.at(-2) as Parent, step: keyOf(key) };
}
