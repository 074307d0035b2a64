/** A record of one run of the built-in checklist `bottleneck`, cut to five items. */
export function sampleRecord(title: string): string {
  return `---
tpm: checklist
title: "${title}"
status: open
created: 2026-11-23T09:00+00:00
checklists: [bottleneck]
---

# ${title}

<!-- tpm:checklist bottleneck -->
## Performance bottleneck
### State the problem
- [ ] **${complaint}**
- [ ] ${relief}
- [ ] ${everFast}
### Sweep before you dive
- [ ] **${sweep}**
- [ ] ${waiting}
<!-- /tpm:checklist -->

## Notes
`;
}

export const complaint = 'Write the complaint as number, place and time';
export const relief = 'Reduce the harm first if users hurt now';
export const everFast = 'Decide whether it was ever fast';
export const sweep = 'Sweep every resource: errors, saturation, then utilisation';
export const waiting = 'Tell waiting from working';

/** The text with the box of this item ticked. */
export function ticked(text: string, title: string): string {
  return text.replace(new RegExp(`- \\[ \\] (\\**${title}\\**)`), '- [x] $1');
}
