// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "congvu/signing/pades/PadesSignature.h"
#include "congvu/signing/pki/DemoAuthority.h"
#include "congvu/signing/validation/Validator.h"

namespace congvu::signing::testing {

/// Keys and certificates that all tests share; made once, at run time.
class TestPki {
public:
    static const TestPki& instance();

    const DemoAuthority& authority() const { return authority_; }
    const Signer& chair() const { return *chair_; }  ///< RSA 2048
    const Signer& seal() const { return *seal_; }    ///< EC P-256
    const IssuedKey& chairKey() const { return chairKey_; }
    const IssuedKey& sealKey() const { return sealKey_; }
    Validator validator() const;  ///< trusts the authority
    /// The time of the virtual clock.
    static Instant now();
    static Validity validity();

private:
    TestPki();
    DemoAuthority authority_;
    IssuedKey chairKey_;
    IssuedKey sealKey_;
    std::shared_ptr<const Signer> chair_;
    std::shared_ptr<const Signer> seal_;
};

/// A request at the virtual clock's time.
SignatureRequest requestFor(std::string fieldName = {});
/// The document signed by the chair, invisibly or in the named field.
Bytes signByChair(const Bytes& document, const SignatureRequest& request = requestFor());
Bytes signBySeal(const Bytes& document, const SignatureRequest& request = requestFor());

std::shared_ptr<const Font> regularFont();
std::shared_ptr<const Font> italicFont();
/// A small half-transparent PNG.
Bytes samplePng();

/// The code of every finding of the report and its signatures, then the kind of every change; forbidden ones with "!".
std::vector<std::string> noticedIn(const ValidationReport& report);

}  // namespace congvu::signing::testing
