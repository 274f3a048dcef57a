import { expect, test } from 'vitest';
import type { Card, CardId } from '../method/card.ts';
import { templateOf } from '../method/templates/index.ts';
import { templateIds } from '../method/templates/template-ids.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { planImport } from './plan-import.ts';
import { tableOfBoard } from './table-of-board.ts';
