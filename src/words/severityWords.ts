import { l10n } from 'vscode';
import type { Impact, Severity, Urgency } from '../core/triage/severity.ts';

// The rubric of src/core/triage/severity.ts in the user's language: records keep the English of the core. A test holds the two
// against each other.

interface Words {
  readonly label: string;
  readonly description: string;
}

export function impactWords(impact: Impact): Words {
  switch (impact) {
    case 'I1':
      return {
        label: l10n.t('Everyone, or irreparable'),
        description: l10n.t('All or most users, lost data, a security exposure, a legal duty.'),
      };
    case 'I2':
      return {
        label: l10n.t('Many, no way around'),
        description: l10n.t('Many users, or a core flow without a workaround.'),
      };
    case 'I3':
      return {
        label: l10n.t('Some, or a way around'),
        description: l10n.t('Some users, or the workaround is acceptable.'),
      };
    case 'I4':
      return { label: l10n.t('A nuisance'), description: l10n.t('Cosmetic or inconvenient.') };
  }
}

export function urgencyWords(urgency: Urgency): Words {
  switch (urgency) {
    case 'U1':
      return {
        label: l10n.t('Now, growing, or due in 24 hours'),
        description: l10n.t('It is happening now, it grows, or a deadline is less than 24 hours away.'),
      };
    case 'U2':
      return {
        label: l10n.t('This iteration'),
        description: l10n.t('It has to be solved within the current iteration.'),
      };
    case 'U3':
      return { label: l10n.t('Can wait'), description: l10n.t('Nothing gets worse while it waits.') };
  }
}

export function severityWords(severity: Severity): Words & { readonly response: string } {
  switch (severity) {
    case 'S1':
      return {
        label: l10n.t('Critical'),
        description: l10n.t('Most users, data or security are hit, and it matters now.'),
        response: l10n.t('Run it as a live incident with a named lead; update every 30 minutes.'),
      };
    case 'S2':
      return {
        label: l10n.t('Major'),
        description: l10n.t('Many users or a core flow suffer.'),
        response: l10n.t('Name an owner now; update every 2 hours in working time.'),
      };
    case 'S3':
      return {
        label: l10n.t('Moderate'),
        description: l10n.t('Some users suffer, or there is a way around.'),
        response: l10n.t('Name an owner today; update daily.'),
      };
    case 'S4':
      return {
        label: l10n.t('Minor'),
        description: l10n.t('Inconvenient, and it can wait.'),
        response: l10n.t('Put it on the backlog; update at the next triage.'),
      };
  }
}
