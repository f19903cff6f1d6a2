// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/XmlSignature.h"

namespace congvu::signing::xml {

/// Starts libxmlsec1, once for a process and for good. False when it cannot be used.
bool startXmlSecurity();

/// What the cryptographic verification of an XML signature gave.
enum class XmlOutcome { good, digestWrong, valueWrong };

/// Verifies digests and value with libxmlsec1, under the key of `signer` and no other. `signature` has no faults.
XmlOutcome verifySignature(const XmlDocument& document, const XmlSignature& signature, const Certificate& signer);

}  // namespace congvu::signing::xml
