import { createHttpServer, type HttpServer } from '../../adapters/http/index.ts';
import type { Program } from '../main.ts';

/** The one web server of the program; it is not listening yet. */
export const openWebServer = ({ config, system }: Program): HttpServer =>
  createHttpServer({ ...config.http, log: system.log });
