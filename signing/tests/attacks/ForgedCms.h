// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/Bytes.h"

namespace congvu::signing::testing {

/// Documents whose signers made something wrong themselves: digest and signature value are right.
Bytes signedWithDoubledContents();
Bytes signedByTwo();            ///< one CMS with two SignerInfos
Bytes signedWithContent();      ///< a CMS that carries its content
Bytes signedWithBer();          ///< a CMS of indefinite length, as many signers write it; nothing is wrong with that
Bytes signedWithSigningTime();  ///< adbe.pkcs7.detached, signing-time, no signing-certificate
Bytes signedWithRawRsa();       ///< adbe.x509.rsa_sha1
/// Two signatures in one revision: the range of one lies in the other's.
Bytes signedWithOverlap();

}  // namespace congvu::signing::testing
