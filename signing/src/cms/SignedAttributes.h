// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/Certificate.h"

namespace congvu::signing::cms {

/// True when `bytes` are the DER of the signed attributes of a CMS signature (SET OF, RFC 5652, 5.4) with a message-digest and
/// a signing-certificate-v2 that names this certificate. Nothing else can be mistaken for that: not a document, nor a
/// certificate request, nor a login's challenge.
bool areSignedAttributesOf(const Certificate& certificate, ByteView bytes);

}  // namespace congvu::signing::cms
