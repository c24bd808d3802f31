/** The addresses of the screens. Each screen is loaded when it is first shown. */
import { watch } from 'vue'
import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type Router,
  type RouteRecordRaw,
} from 'vue-router'

import type { StudioI18n } from './language/i18n.js'
import type { Messages } from './messages/en/index.js'
import type { SessionState } from './session/useSession.js'

declare module 'vue-router' {
  interface RouteMeta {
    /** Of the screen, as a key of the words. */
    readonly title: keyof Messages['titles']
    /** Is shown to whoever has not signed in as well. */
    readonly isOpen?: true
  }
}

/** Every first part of a path but `/` is a place of the server's, which sends the page for it. */
export const ROUTES: readonly RouteRecordRaw[] = [
  {
    path: '/',
    name: 'home',
    component: () => import('./features/home/HomePage.vue'),
    meta: { title: 'home' },
  },
  {
    path: '/administration',
    component: () => import('./features/administration/AdministrationPage.vue'),
    meta: { title: 'administration' },
    children: [
      {
        path: '',
        name: 'administration',
        redirect: '/administration/users',
      },
      {
        path: 'users',
        name: 'users',
        component: () =>
          import('./features/administration/AdministrationUsers.vue'),
        meta: { title: 'administration' },
      },
      {
        path: 'keys',
        name: 'keys',
        component: () =>
          import('./features/administration/AdministrationKeys.vue'),
        meta: { title: 'administration' },
      },
      {
        path: 'audit',
        name: 'audit',
        component: () =>
          import('./features/administration/AdministrationAudit.vue'),
        meta: { title: 'administration' },
      },
    ],
  },
  {
    path: '/drafts',
    name: 'drafts',
    redirect: '/methodologies',
  },
  {
    path: '/data',
    name: 'data',
    component: () => import('./features/data/DataPage.vue'),
    meta: { title: 'data' },
  },
  {
    path: '/data/new',
    name: 'new-data',
    component: () => import('./features/data/load/NewDataPage.vue'),
    meta: { title: 'newData' },
  },
  {
    path: '/data/registers/new',
    name: 'new-register',
    component: () => import('./features/data/registers/NewRegisterPage.vue'),
    meta: { title: 'newRegister' },
  },
  {
    path: '/data/:dataSet',
    name: 'data-set',
    component: () => import('./features/data/DataSetPage.vue'),
    props: true,
    meta: { title: 'dataSet' },
  },
  {
    path: '/drafts/:draft/publication',
    name: 'publication',
    component: () => import('./features/publish/PublicationPage.vue'),
    props: true,
    meta: { title: 'publication' },
  },
  {
    path: '/methodologies',
    name: 'methodologies',
    component: () => import('./features/methodologies/MethodologiesPage.vue'),
    meta: { title: 'methodologies' },
  },
  {
    path: '/methodologies/:methodology',
    name: 'methodology',
    component: () => import('./features/methodologies/MethodologyPage.vue'),
    props: true,
    meta: { title: 'methodology' },
  },
  {
    path: '/methodologies/:methodology/compare',
    name: 'compare',
    component: () => import('./features/compare/ComparePage.vue'),
    props: true,
    meta: { title: 'compare' },
  },
  {
    path: '/methodologies/:methodology/versions/:version',
    name: 'methodology-version',
    component: () => import('./features/methodologies/VersionPage.vue'),
    props: true,
    meta: { title: 'methodologyVersion' },
  },
  {
    path: '/runs/:run/bodies/:body',
    name: 'body',
    component: () => import('./features/explain/BodyPage.vue'),
    props: true,
    meta: { title: 'body' },
  },
  {
    path: '/runs/:run',
    name: 'run',
    component: () => import('./features/runs/RunPage.vue'),
    meta: { title: 'results' },
    props: true,
  },
  {
    path: '/drafts/:draft',
    name: 'draft',
    component: () => import('./features/editor/EditorPage.vue'),
    props: true,
    meta: { title: 'draft' },
  },
  {
    path: '/methodologies/:methodology/versions/:version/what-if',
    name: 'what-if',
    component: () => import('./features/what-if/WhatIfPage.vue'),
    props: true,
    meta: { title: 'whatIf' },
  },
  {
    path: '/replay',
    name: 'replay',
    component: () => import('./features/replay/ReplayPage.vue'),
    meta: { title: 'replay' },
  },
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./features/sign-in/SignInPage.vue'),
    meta: { title: 'signIn', isOpen: true },
  },
  {
    path: '/years',
    name: 'years',
    component: () => import('./features/years/YearsPage.vue'),
    meta: { title: 'years' },
  },
  {
    path: '/years/:year(\\d{1,4})',
    name: 'year',
    component: () => import('./features/years/YearPage.vue'),
    meta: { title: 'year' },
    props: true,
  },
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('./layout/NotFoundPage.vue'),
    meta: { title: 'notFound', isOpen: true },
  },
]

export function openRouter(i18n: StudioI18n, session: SessionState): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [...ROUTES],
    scrollBehavior: (to, from, saved) => {
      if (saved) return saved
      // What is chosen on a screen stands in its query, and the screen stays where it is.
      if (to.hash === '') return to.path === from.path ? false : { top: 0 }
      // What is still being loaded is gone to by the screen that loads it.
      const el = document.getElementById(to.hash.slice(1))
      return el ? { el } : false
    },
  })
  router.beforeEach((to) => {
    if (to.meta.isOpen || !session.isSignInNeeded.value) return true
    return { name: 'sign-in', query: { back: to.fullPath } }
  })
  let given = ''
  const nameWindow = ({ name, meta }: RouteLocationNormalized) => {
    const title = i18n.global.t(`titles.${meta.title}`)
    given = name === 'home' ? 'Olshem' : `${title} · Olshem`
    document.title = given
  }
  watch(i18n.global.locale, () => {
    // Where a screen has given a name of its own, that stays.
    if (document.title === given) nameWindow(router.currentRoute.value)
  })
  router.afterEach((to, from) => {
    nameWindow(to)
    // Whoever listens to the page is told that it is another one.
    if (from.name !== undefined && to.path !== from.path) {
      document.querySelector<HTMLElement>('main')?.focus()
    }
  })
  return router
}
