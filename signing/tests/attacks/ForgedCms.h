// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>

#include "congvu/signing/Bytes.h"
#include "pdf/Object.h"

namespace congvu::signing::testing {

/// Documents whose signers made something wrong themselves: digest and signature value are right.
Bytes signedWithDoubledContents();
Bytes signedByTwo();             ///< one CMS with two SignerInfos
Bytes signedByOneTwice();        ///< one CMS with two SignerInfos of the same signer
Bytes signedWithContent();       ///< a CMS that carries its content
Bytes signedWithBer();           ///< a CMS of indefinite length, as many signers write it; nothing is wrong with that
Bytes signedWithSigningTime();   ///< adbe.pkcs7.detached, signing-time, no signing-certificate
Bytes signedWithRawRsa();        ///< adbe.x509.rsa_sha1
Bytes signedWithEmptyContent();  ///< a CMS with an eContent of no bytes
Bytes signedInsideDelimiters();  ///< the gap of /ByteRange lies inside the angle brackets
Bytes signedForTwoFields();      ///< two fields share the one signature
/// Signed after `change` was done to the file, in one revision.
Bytes signedAfter(const std::function<Bytes(const Bytes&)>& change,
                  const std::function<void(std::map<pdf::ObjectNumber, std::string>&)>& prepare = {});
/// Two signatures in one revision: the range of one lies in the other's.
Bytes signedWithOverlap();

}  // namespace congvu::signing::testing
