#!/bin/sh
# Starts the edge: run.sh ADDRESS:PORT MEMORY. The token stands in DATELINE_EDGE_TOKEN.
# A page's keys are longer than Varnish expects of a header, and so is the room it needs for them. Its log leaves out what it
# answers with, which is a tenth of its work; to see it: varnishadm param.set vsl_mask default
set -eu
: "${DATELINE_EDGE_TOKEN:?set it to the value of EDGE_TOKEN}"
exec varnishd -F -a "$1" -f /etc/varnish/dateline.vcl -p vcl_path=/etc/varnish -s "malloc,$2" \
  -p http_resp_hdr_len=32k -p http_resp_size=64k -p workspace_backend=256k -p workspace_client=192k \
  -p vsl_mask=-ObjHeader,-ObjProtocol,-ObjStatus,-ObjReason,-RespHeader,-RespUnset,-ReqUnset,-VCL_call,-VCL_return
