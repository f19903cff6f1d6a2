// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/Certificate.h"
#include "congvu/signing/keys/Pkcs11Uri.h"

namespace congvu::signing {

/// A token in a reader, or a slot of an HSM.
struct Pkcs11TokenInfo {
    unsigned long slotId = 0;
    std::string slotDescription;
    std::string slotManufacturer;
    std::string label;
    std::string manufacturer;
    std::string model;
    std::string serial;
    bool isInitialized = false;
    bool isLoginRequired = false;
    bool hasPinPad = false;  ///< the PIN is typed on the device (protected authentication path)
    bool isPinLastTry = false;
    bool isPinLocked = false;
};

/// A certificate that a token shows without a PIN.
struct Pkcs11Certificate {
    Pkcs11TokenInfo token;
    std::string label;
    Bytes id;
    Certificate certificate;
    std::string modulePath;

    /// Names the private key that belongs to it, for `Pkcs11Signer::open`.
    Pkcs11Uri uri() const;
};

/// A PKCS#11 module (Cryptoki 2.40), loaded by its path. Cryptoki is started once per process and path, whoever asks, and
/// again in the child of a fork; it is finished with the last user. Safe to use from several threads.
class Pkcs11Module {
public:
    /// Throws SigningError(moduleUnavailable): no such file, not a PKCS#11 module, not able to serve several threads.
    static std::shared_ptr<Pkcs11Module> load(const std::string& path);

    ~Pkcs11Module();
    Pkcs11Module(const Pkcs11Module&) = delete;
    Pkcs11Module& operator=(const Pkcs11Module&) = delete;

    const std::string& path() const;

    /// The tokens that are present, in the order of their slots. Throws SigningError(tokenFailure).
    std::vector<Pkcs11TokenInfo> tokens() const;

    /// The X.509 certificates on all tokens, without any login. Objects that are no certificate are left out, and so are
    /// tokens that cannot be read. Throws SigningError(tokenFailure).
    std::vector<Pkcs11Certificate> certificates() const;

    struct Native;
    /// For the library's own source files; the type is private to them.
    Native& native() const { return *native_; }

private:
    explicit Pkcs11Module(std::unique_ptr<Native> native);
    std::unique_ptr<Native> native_;
};

}  // namespace congvu::signing
