import { createFileRoute } from '@tanstack/react-router'
import { DataPage } from '../features/auth/account/data-page.tsx'

export const Route = createFileRoute('/account/data')({ component: DataPage })
