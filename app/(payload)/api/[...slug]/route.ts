/* THIS FILE WAS GENERATED AUTOMATICALLY BY PAYLOAD. */
/* POST and HEAD are ours: keep them if the rest is ever written anew. */
import config from '@payload-config'
import '@payloadcms/next/css'
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'

export const GET = REST_GET(config)
export const DELETE = REST_DELETE(config)
export const PATCH = REST_PATCH(config)
export const PUT = REST_PUT(config)
export const OPTIONS = REST_OPTIONS(config)

const post = REST_POST(config)

/** A query sent as a body is read by Payload before it catches anything: what is no JSON would be a fault of the server. */
export const POST: typeof post = async (request, context) => {
  try {
    return await post(request, context)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return Response.json({ errors: [{ message: 'The body of the request is not JSON.' }] }, { status: 400 })
  }
}

/** Crawlers and feed readers ask for a picture's headers first; Payload itself knows no HEAD and would answer 404. */
export const HEAD: typeof GET = (request, context) => GET(new Request(request.url, { headers: request.headers }), context)
