import { message } from '../message.ts';

/** The page on which staff sign in. */
export const signInText = {
	title: message('職員のサインイン', 'Staff sign-in'),
	hint: message(
		'合言葉は、サーバーを始めた画面に表示されています。',
		'The passphrase is shown where the server was started.'
	),
	passphrase: message('合言葉', 'Passphrase'),
	button: message('サインイン', 'Sign in'),
	busy: message('サインインしています', 'Signing in')
};
