import { cardTypes } from '@renkei/shared/method/card-types/index.ts';
import type { Field } from '@renkei/shared/method/card-types/define-card-type.ts';
import type { Card } from '@renkei/shared/method/card.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';

/** A field of a card as a form shows it; which control it gets follows from what the method allows in it. */
export type PanelField = { readonly key: string; readonly label: Localised } & (
	| { readonly kind: 'line'; readonly maxLength: number; readonly value: string }
	| { readonly kind: 'words'; readonly value: readonly string[] }
	| { readonly kind: 'flag'; readonly value: boolean }
	| { readonly kind: 'choice'; readonly options: readonly string[]; readonly value: string }
);

/** Longer than this a field gets several lines. */
export const longLine = 400;

/** Every field of a card's type with its value, in the order of the method. */
export function panelFields(card: Card): readonly PanelField[] {
	const fields: Readonly<Record<string, Field<unknown>>> = cardTypes[card.type].fields;
	const found: PanelField[] = [];
	for (const [key, { schema, label, maxLength = 300 }] of Object.entries(fields)) {
		const value: unknown = Reflect.get(card, key);
		const options: unknown = Reflect.get(schema, 'options');
		if (typeof value === 'boolean') found.push({ key, label, kind: 'flag', value });
		else if (Array.isArray(value)) found.push({ key, label, kind: 'words', value });
		else if (typeof value === 'string' && Array.isArray(options))
			found.push({ key, label, kind: 'choice', options, value });
		else if (typeof value === 'string') found.push({ key, label, kind: 'line', maxLength, value });
	}
	return found;
}

/** The key under which the words of a choice are kept. */
export function choiceKey(type: CardType, field: string, option: string): string {
	return `${type}.${field}.${option}`;
}

/** Whether a field is asked for now: a reason only once there is something to give a reason for, or when it has one. */
export function isAsked(card: Card, key: string): boolean {
	if (card.type === 'cause' && key === 'rootReason') return card.isRoot;
	if (card.type === 'outcome' && key === 'decisionReason')
		return card.decision !== 'none' || card.decisionReason !== '';
	return true;
}
