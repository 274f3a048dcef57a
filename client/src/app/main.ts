import '@fontsource/biz-udpgothic/400.css';
import '@fontsource/biz-udpgothic/700.css';
import 'virtual:own-characters.css';
import { mount } from 'svelte';
import { locale } from '../i18n/locale.svelte.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import App from './App.svelte';

document.documentElement.lang = locale.current;
const target = document.getElementById('app');
if (target) mount(App, { target });
