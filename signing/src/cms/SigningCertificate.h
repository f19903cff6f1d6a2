// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/Certificate.h"

namespace congvu::signing::cms {

/// SigningCertificate (RFC 2634, SHA-1) or SigningCertificateV2 (RFC 5035).
enum class EssVersion { first, second };

/// True when the first ESSCertID of the attribute value is the hash of this certificate.
bool namesCertificate(ByteView attributeValue, EssVersion version, const Certificate& certificate);

}  // namespace congvu::signing::cms
