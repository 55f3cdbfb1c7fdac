import { env } from '../env'
import { log } from '../log'

/**
 * Sends Next's own spans (each request, render and fetch) to a collector, when the operator names one. Nothing of it
 * is loaded otherwise. The exporter reads the rest from OpenTelemetry's own variables (OTEL_EXPORTER_OTLP_HEADERS …).
 */
export async function startTracing(): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME } = env()
  if (OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': OTEL_SERVICE_NAME }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  provider.register()
  // What is still held back is sent before the process ends.
  for (const event of ['SIGTERM', 'SIGINT'] as const) process.once(event, () => void provider.forceFlush().catch((error: unknown) => log.warn({ err: error }, 'the last spans could not be sent')))
  log.info({ collector: OTEL_EXPORTER_OTLP_ENDPOINT }, 'tracing is on')
}
