// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "congvu/signing/Bytes.h"

namespace congvu::signing::testing {

/// The document as qpdf rewrites it: "--linearize", "--object-streams=generate" …
Bytes rewrittenByQpdf(const Bytes& document, const std::string& arguments);

/// One way in which qpdf encrypts.
struct Protection {
    const char* name;
    int revision;
    const char* arguments;  ///< of --encrypt, after the passwords

    bool isAes() const;
};

/// Revisions 2 to 6 of the standard security handler: RC4 of 40 and 128 bits, crypt filters, AES of 128 and 256 bits.
const std::vector<Protection>& protections();

inline constexpr const char* kUserPassword = "nguoi-doc";
inline constexpr const char* kOwnerPassword = "chu-tai-lieu";

Bytes encrypted(const Bytes& document, const Protection& protection, const std::string& userPassword = kUserPassword,
                const std::string& ownerPassword = kOwnerPassword, const std::string& moreArguments = {});

}  // namespace congvu::signing::testing
