import { boardsAndWorkshops } from './0001-boards-and-workshops.ts';
import { library } from './0002-library.ts';
import { packs } from './0003-packs.ts';
import { photos } from './0004-photos.ts';
import { toldExports } from './0005-told-exports.ts';
import { facilitation } from './0006-facilitation.ts';
import { history } from './0007-history.ts';
import { workshopLife } from './0008-workshop-life.ts';

/** Every change of the SQLite tables in order; one that was released is never edited again. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
	{ name: '0001-boards-and-workshops', sql: boardsAndWorkshops },
	{ name: '0002-library', sql: library },
	{ name: '0003-packs', sql: packs },
	{ name: '0004-photos', sql: photos },
	{ name: '0005-told-exports', sql: toldExports },
	{ name: '0006-facilitation', sql: facilitation },
	{ name: '0007-history', sql: history },
	{ name: '0008-workshop-life', sql: workshopLife }
];
