// Sections -> Markdown, to be pasted.
import {isMet} from './goals.mjs';

/**
 * @param {import('./rows.mjs').Section} section
 * @param {readonly import('./goals.mjs').Goal[]} goals
 */
export function sectionText({title, heads, rows, notes}, goals) {
  const lines = rows.map(row => {
    const goal = goals.find(each => each.row === row.id);
    const judged = goal ? [goal.says, verdict(goal, row)] : ['', ''];
    return [row.what, ...row.cells, ...judged];
  });
  const table = [['', ...heads, 'goal', 'met'], ['---', ...heads.map(() => '--:'), '---', '---'], ...lines];
  const told = notes.map(note => `- ${note}`).join('\n');
  return [`### ${title}`, table.map(lineOf).join('\n'), ...(told ? [told] : [])].join('\n\n');
}

function verdict(goal, row) {
  if (isMet(goal, row)) return 'yes';
  return (row.values[goal.value] ?? null) === null ? '**no**, not measured' : '**no**';
}

const lineOf = cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
