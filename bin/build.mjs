// `npm run build`: the sources as plain JavaScript in dist/, for images that carry no
// compiler. Development and `npm start` need no build.

import { transformFileSync } from '@swc/core'
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { options } from './swc.mjs'

const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
for (const file of globSync('src/**/*.ts', { cwd: root })) {
  const { code } = transformFileSync(join(root, file), {
    ...options,
    jsc: { ...options.jsc, rewriteRelativeImportExtensions: true },
  })
  const target = join(dist, file.replace(/\.ts$/, '.js'))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, code)
}
cpSync(join(root, 'migrations'), join(dist, 'migrations'), { recursive: true })
for (const file of globSync('src/**/*.sql', { cwd: root })) cpSync(join(root, file), join(dist, file))
