#!/usr/bin/env node
import { runCommandLine } from './commands/command-line.ts';
import { createOutput } from './commands/output.ts';
import { findHome } from './home.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  input: process.stdin,
  screen: process.stdout,
  errors: process.stderr,
  out: createOutput(process.stdout),
  err: createOutput(process.stderr),
  home: findHome(import.meta.dirname),
});
